import { describeCases } from './on-server.ts';

describeCases(14, () => true);
