import { useServices } from '@/components/services.ts';

export type OpenForm = (form: {
  readonly reportId: string;
  readonly mechanismId: string;
  readonly url: string;
}) => void;

/**
 * Opens an official form with the facts beside it; where the card can not stand beside it, the form alone. What this child
 * may not open is not opened in another way.
 */
export function useOpenForm(): OpenForm {
  const { ask, openTab } = useServices();
  return ({ url, ...form }) =>
    void ask('form.open', form).then((answered) => {
      if (!answered.ok && answered.failure !== 'not-allowed') openTab(url);
    });
}
