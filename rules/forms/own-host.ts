// Whether a tab still shows the form that was opened in it.
import { sameRegistrableDomain } from '../hosts/registrable-domain.ts';

/** One owner, many tenants: anybody can put a form under these names. */
const manyTenants: ReadonlySet<string> = new Set([
  'docs.google.com',
  'forms.gle',
  'sites.google.com',
  'forms.office.com',
  'forms.microsoft.com',
]);

/** `form` is the address out of the pack or our own table. */
export function isOnForm(shown: string, form: string): boolean {
  const [there, own] = [URL.parse(shown), URL.parse(form)];
  if (there === null || own === null) return false;
  if (own.protocol !== 'https:' && own.protocol !== 'http:') return false;
  if (there.protocol !== own.protocol || there.port !== own.port) return false;
  const [shownHost, formHost] = [hostOf(there), hostOf(own)];
  if (shownHost === formHost) {
    return !manyTenants.has(formHost) || there.pathname.startsWith(tenantOf(own.pathname));
  }
  return !manyTenants.has(formHost) && !manyTenants.has(shownHost)
    ? sameRegistrableDomain(shownHost, formHost)
    : false;
}

const hostOf = ({ hostname }: URL): string => hostname.replace(/\.$/, '');
/** Everything up to the last part: /forms/d/e/ID/ of /forms/d/e/ID/viewform. */
const tenantOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1);
