import { z } from 'zod';

// zod 4 otherwise probes `new Function`, which the window's content security policy refuses.
z.config({ jitless: true });
