/** Every service of the kernel's own; spreadsheets bring theirs. */
import type { ServiceDefinition } from '../kernel/host-object';
import type { Kernel } from '../kernel/kernel';
import { cacheService } from './cache';
import { cardService } from './card/card-service';
import { contentService } from './content';
import { driveService } from './drive';
import { driveFilesService } from './drive-files';
import { formService } from './form/form-app';
import { gmailService } from './gmail/advanced/gmail';
import { gmailAppService } from './gmail/gmail-app';
import { htmlService } from './html';
import { lockService } from './lock';
import { browserService, mimeTypes } from './mime-type';
import { mailService } from './mail-app';
import { propertiesService } from './properties';
import { scriptAppService } from './script-app';
import { sessionService } from './session';
import { urlFetchService } from './url-fetch';
import { utilitiesService } from './utilities';

export function kernelServices(kernel: Kernel): readonly ServiceDefinition[] {
  return [
    browserService, cacheService, cardService, contentService, mimeTypes, propertiesService, sessionService,
    driveService(kernel), driveFilesService(kernel), formService(kernel), gmailService(kernel), gmailAppService(kernel), htmlService(kernel), lockService(kernel), mailService(kernel), scriptAppService(kernel), urlFetchService(kernel), utilitiesService(kernel),
  ];
}
