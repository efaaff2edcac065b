import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { declaresAccess } from './guard';

const ROOT_TYPES = new Set(['Query', 'Mutation', 'Subscription']);

/** Refuses to start when a root field or a route does not say who may call it. */
@Injectable()
export class AccessCheck implements OnModuleInit {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
  ) {}

  onModuleInit(): void {
    const open: string[] = [];
    for (const { instance, metatype } of [...this.discovery.getProviders(), ...this.discovery.getControllers()]) {
      if (!instance || !metatype || !Object.getPrototypeOf(instance)) continue;
      const prototype = Object.getPrototypeOf(instance) as Record<string, object>;
      for (const name of this.scanner.getAllMethodNames(prototype)) {
        const handler = prototype[name]!;
        const isRoot = ROOT_TYPES.has(Reflect.getMetadata('graphql:resolver_type', handler) as string);
        const isRoute = Reflect.hasMetadata('path', handler) && Reflect.hasMetadata('method', handler);
        if ((isRoot || isRoute) && !declaresAccess(handler) && !declaresAccess(metatype as object)) open.push(`${metatype.name}.${name}`);
      }
    }
    if (open.length) throw new Error(`Neither @Allow nor @Public on: ${open.join(', ')}`);
  }
}
