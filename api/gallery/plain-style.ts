/** The style sheet of the plain files. It stands alone: on another web server there are no other files of ours. */
export const plainStyle = `:root {
  color-scheme: light dark;
  --ground: #fbfaf7;
  --raised: #fff;
  --line: #dedbd2;
  --text: #12131a;
  --dim: #55586a;
  --link: #0b4fb8;
}

@media (prefers-color-scheme: dark) {
  :root {
    --ground: #12131a;
    --raised: #1b1d27;
    --line: #3a3e50;
    --text: #f4f2ec;
    --dim: #a9acbb;
    --link: #a9c7ff;
  }
}

* {
  box-sizing: border-box;
}

body {
  margin: 0;
  background: var(--ground);
  color: var(--text);
  font-family: "Atkinson Hyperlegible Next", "Noto Naskh Arabic", system-ui, sans-serif;
  font-size: 1.0625rem;
  line-height: 1.4;
  overflow-wrap: anywhere;
}

h1,
h2,
p,
ul {
  margin: 0;
  padding: 0;
}

h1 {
  font-size: clamp(1.0625rem, 9vw, 1.75rem);
  line-height: 1.15;
}

h2 {
  font-size: clamp(1.0625rem, 8vw, 1.25rem);
  line-height: 1.2;
}

ul {
  list-style: none;
}

.slides {
  display: grid;
  grid-template-columns: repeat(auto-fill, minmax(min(100%, 14rem), 1fr));
  gap: 0.75rem;
  margin: 0;
  padding: 0;
  list-style: none;
}

.slides img {
  display: block;
  width: 100%;
  height: auto;
  border: 1px solid var(--line);
}

a {
  color: var(--link);
}

img {
  display: block;
  max-width: 100%;
}

.mark {
  background: #ffd23f;
  color: #12131a;
  padding: 0.25rem 1rem;
  text-align: center;
  font-weight: 700;
}

.band {
  background: #12131a;
  color: #f4f2ec;
  border-bottom: 1px solid var(--line);
  padding: 1rem min(1.25rem, 4vw);
}

.band p,
.band-line {
  color: #a9acbb;
}

.band a {
  display: inline-block;
  color: #f4f2ec;
  padding-block: 0.25rem;
}

.band > *,
.sheet {
  max-width: 41.5rem;
  margin-inline: auto;
}

.sheet {
  display: grid;
  grid-template-columns: minmax(0, 1fr);
  max-width: 44rem;
  gap: 1.25rem;
  padding: 1.25rem min(1.25rem, 4vw) 2rem;
}

.sheet > img {
  width: auto;
  max-height: 60vh;
  border-radius: 0.75rem;
}

.dim {
  color: var(--dim);
}

.awards {
  display: flex;
  flex-wrap: wrap;
  gap: 0.5rem;
}

.sheet > .awards {
  display: grid;
  justify-items: start;
}

.awards strong,
.card .awards li {
  display: inline-block;
  border-radius: 0.375rem;
  background: #ffd23f;
  color: #12131a;
  padding: 0 0.5rem;
  font-weight: 700;
}

.sheet.gallery {
  max-width: 74.5rem;
}

.band:has(+ .gallery) > * {
  max-width: 72rem;
}

.cards {
  display: grid;
  grid-template-columns: repeat(auto-fill, minmax(min(18rem, 100%), 1fr));
  gap: 1rem;
}

.card {
  position: relative;
  display: flex;
  flex-direction: column;
  gap: 0.5rem;
  overflow: hidden;
  border: 1px solid var(--line);
  border-radius: 0.75rem;
  background: var(--raised);
  padding-bottom: min(1rem, 3vw);
}

.card > * {
  margin-inline: min(1rem, 3vw);
}

.card > h2 {
  margin-top: min(1rem, 3vw);
}

.card > img {
  order: -1;
  width: 100%;
  height: auto;
  margin: 0;
  aspect-ratio: 16 / 10;
  object-fit: cover;
}

.card:has(> img) > h2 {
  margin-top: 0.25rem;
}

/* The whole card opens the team. */
.card h2 a::after {
  content: "";
  position: absolute;
  inset: 0;
}

a:focus-visible,
.card:focus-within {
  outline: 3px solid var(--link);
  outline-offset: 2px;
}
`
