import { issuerOfEnvironment, poolOfEnvironment, portOfEnvironment } from '../environment.ts';
import { createApp } from './app.ts';

createApp(poolOfEnvironment(), issuerOfEnvironment()).listen(portOfEnvironment());
