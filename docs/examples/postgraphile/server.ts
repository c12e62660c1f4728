import { issuerOfEnvironment, poolOfEnvironment, portOfEnvironment } from '../environment.ts';
import { createApp, graphQL } from './app.ts';

createApp(graphQL(poolOfEnvironment()), issuerOfEnvironment()).listen(portOfEnvironment());
