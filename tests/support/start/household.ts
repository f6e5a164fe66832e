// The message that sets the extension up for a family that has closed "loud.test".
import { aPolicy } from '../../e2e/support/policy.ts';
import {
  recordOf,
  recoveryVerifierOf,
  testPin,
  testRecoveryCode,
} from '../../e2e/support/secret.ts';

export const setUpMessage = async (): Promise<unknown> => ({
  name: 'setup.finish',
  body: {
    policy: aPolicy().forBand('9-12').blocking('loud.test').build(),
    secret: await recordOf(testPin),
    recoveryVerifier: recoveryVerifierOf(testRecoveryCode),
  },
});
