import { mount } from './mount';

mount('page');
