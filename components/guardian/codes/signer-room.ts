// The address of the room in which a browser only answers, before anything is set up there.
import { useEffect, useState } from 'preact/hooks';

export const signerRoom = '#answer';

export function useSignerRoom(): boolean {
  const [isHere, setIsHere] = useState(() => window.location.hash === signerRoom);
  useEffect(() => {
    const follow = () => setIsHere(window.location.hash === signerRoom);
    window.addEventListener('hashchange', follow);
    // The address may have changed between the first drawing and this moment.
    follow();
    return () => window.removeEventListener('hashchange', follow);
  }, []);
  return isHere;
}
