import { useEffect, useState } from 'preact/hooks';

/** What `load` gives, once `wanted`; undefined until then, and where it could not be had. */
export function useLoaded<T>(load: () => Promise<T>, wanted = true): T | undefined {
  const [loaded, setLoaded] = useState<{ it: T }>();
  useEffect(() => {
    if (!wanted || loaded) return;
    let here = true;
    load().then(
      it => here && setLoaded({ it }),
      () => {},
    );
    return () => {
      here = false;
    };
  }, [wanted]);
  return loaded?.it;
}
