import './theme/mantine-admin.css';
export * from './index';
