-- How a ballot came in: tapped on the judge's phone, or copied by the organiser from a paper one in the judge's name.
alter table ballots add column source text not null default 'phone' check (source in ('phone', 'paper'));
alter table ballot_history add column source text not null default 'phone' check (source in ('phone', 'paper'));
