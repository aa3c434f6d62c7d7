import type { Space } from './model';

/** A person in the directory. */
export interface Neighbour {
  Id: number;
  FullName: string;
  CompanyName: string | null;
  Position: string | null;
  ProfileTags: string | null;
  ProfileSummary: string | null;
}

const people: Record<string, { given: string[]; family: string[] }> = {
  acme: {
    given: ['Tom', 'Priya', 'Owen', 'Zofia', 'Kwame', 'Isla', 'Dmitri', 'Chloé'],
    family: ['Baker', 'Nair', 'Llewellyn', 'Kowalska', 'Mensah'],
  },
  'atelier-nord': {
    given: ['Camille', 'Yanis', 'Élodie', 'Bram', 'Fatou', 'Hugo', 'Anaïs'],
    family: ['Lefebvre', 'Diallo', 'Van Damme', 'Moreau'],
  },
  kodama: {
    given: ['健太', 'さくら', '直子', '翔', 'Emily', '美咲'],
    family: ['佐藤', '高橋', '伊藤', 'Tanaka'],
  },
};

const work = [
  ['Product designer', 'design, research, prototyping'],
  ['Copywriter', 'writing, branding'],
  ['Data analyst', 'data, python, statistics'],
  ['Photographer', 'photography, video'],
  ['Accountant', 'finance, tax'],
  ['Web developer', 'typescript, accessibility, css'],
  ['Translator', 'translation, subtitles'],
] as const;

/** People of a space who are only there to be found; the same ones each time. */
export function neighbours({ slug, id }: Space): Neighbour[] {
  const { given, family } = people[slug] ?? { given: [], family: [] };
  return given.flatMap((first, row) =>
    family.map((last, column) => {
      const index = row * family.length + column;
      const [position, tags] = work[index % work.length] ?? work[0];
      return {
        Id: id * 100 + index,
        FullName: /^[\p{Script=Han}\p{Script=Hiragana}]+$/u.test(first + last)
          ? `${last} ${first}`
          : `${first} ${last}`,
        CompanyName: index % 3 === 0 ? null : `${last} & Co`,
        Position: position,
        ProfileTags: tags,
        ProfileSummary: null,
      };
    }),
  );
}
