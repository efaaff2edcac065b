export { type AllowList, parseAllowList } from './allow-list';
export { type OutboundCode, OutboundError, type OutboundParams } from './outbound-error';
export { OutboundModule } from './outbound.module';
export { SafeHttp, type SafeHttpOptions, type SafeHttpRequest, type SafeHttpResponse } from './safe-http';
