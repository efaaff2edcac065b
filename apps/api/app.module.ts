import type { DynamicModule } from '@nestjs/common';
import { PlatformModule, type Config } from '@portevoix/platform';
import { DemoModule } from './demo/demo.module';
import { domainModules } from './domains';

class AppModule {}

export function appModule(config: Config, options: { schemaFile?: string } = {}): DynamicModule {
  return { module: AppModule, imports: [PlatformModule.forRoot(config, options), ...domainModules, DemoModule] };
}
