// The limit: node:http answers 302 and does nothing else.
import { createServer } from 'node:http';

const LOCATION = 'https://exemple.test/articles/1?utm_source=linkedin&utm_medium=ambassador&utm_campaign=large';

createServer((_request, response) => {
  response.writeHead(302, { location: LOCATION, 'content-length': 0 });
  response.end();
}).listen(Number(process.env['PORT']), '127.0.0.1');
