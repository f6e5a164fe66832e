// What a pretend site answers. A string is a page; anything else says its status, type or headers.
export type Asked = {
  readonly host: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly url: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
};
export type Answered =
  | string
  | {
      readonly status?: number;
      readonly type?: string;
      readonly body?: string;
      readonly headers?: Readonly<Record<string, string>>;
    };
export type Site = (asked: Asked) => Answered;

export const notFound: Answered = {
  status: 404,
  body: '<!doctype html><title>Not found</title><h1>Not found</h1>',
};
