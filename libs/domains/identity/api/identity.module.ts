import { Global, Module } from '@nestjs/common';
import { Authenticator } from '@portevoix/platform';
import { Directory } from './directory.service';
import { IdentityJobs } from './identity.jobs';
import { PersonResolver, ViewerResolver } from './identity.resolver';
import { Organisations } from './organisations.service';
import { People } from './people.service';
import { Sessions } from './sessions.service';
import { SignIn } from './sign-in.service';
import { SignInPage } from './sign-in-page.service';
import { Throttle } from './throttle';

@Global()
@Module({
  providers: [Directory, IdentityJobs, Organisations, People, PersonResolver, Sessions, { provide: Authenticator, useExisting: Sessions }, SignIn, SignInPage, Throttle, ViewerResolver],
  exports: [Authenticator, Directory, Organisations, People, Sessions],
})
export class IdentityModule {}
