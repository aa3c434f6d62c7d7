import { mount } from '../editor/mount';

mount('panel');
