import type { FormStep } from './step.ts';

/** What it reads of form 1: an alert that holds, by channel, how it was told. */
interface Before {
  readonly tellings?: Readonly<Record<string, { readonly guild: string }>>;
}

interface After {
  readonly stories: Readonly<Record<string, Readonly<Record<string, object>>>>;
}

/** 1 to 2: how the channels of a server are told of each story is a document of the server's. */
export const tellingsApart: FormStep = {
  from: 'alert',
  *changes(story, value) {
    const { tellings = {} } = value as Before;
    for (const [channel, { guild, ...telling }] of Object.entries(tellings)) {
      yield {
        namespace: 'telling',
        id: guild,
        to: (known) => {
          const { stories } = (known ?? { stories: {} }) as After;
          return { stories: { ...stories, [story]: { [channel]: telling, ...stories[story] } } };
        },
      };
    }
    yield {
      namespace: 'alert',
      id: story,
      to: (known) => {
        const { tellings: _, ...alert } = (known ?? {}) as Before;
        return known === undefined ? undefined : alert;
      },
    };
  },
};
