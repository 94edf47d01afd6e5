-- Tapped on the judge's phone, or copied by the organiser from a paper ballot.
alter table ballots add column source text not null default 'phone' check (source in ('phone', 'paper'));
alter table ballot_history add column source text not null default 'phone' check (source in ('phone', 'paper'));
