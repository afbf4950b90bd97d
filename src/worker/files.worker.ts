import { expose } from 'comlink';
import { FilesService } from './files-service.ts';

// Caches are missing where the page is neither from https nor from this machine, whatever their type says.
expose(new FilesService(self.caches));
