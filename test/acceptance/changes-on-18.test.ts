import { describeCases } from './on-server.ts';

describeCases(18, () => true);
