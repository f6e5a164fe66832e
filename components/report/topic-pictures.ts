import type { IconName } from '@/components/icons/shapes.ts';
import type { ReportTopic } from '@/rules/messages/contract.ts';

// What children meet most often comes first: nobody has to read past the heaviest words to find "mean to me".
export const topicPictures: readonly { readonly value: ReportTopic; readonly icon: IconName }[] = [
  { value: 'cyberbullying', icon: 'mean' },
  { value: 'violence', icon: 'plaster' },
  { value: 'phishing', icon: 'hook' },
  { value: 'identity-theft', icon: 'mask' },
  { value: 'hate', icon: 'group' },
  { value: 'self-harm', icon: 'rain-heart' },
  { value: 'grooming', icon: 'secret' },
  { value: 'sextortion', icon: 'picture-threat' },
  { value: 'csam', icon: 'picture-hidden' },
  { value: 'other', icon: 'other' },
];
