import { mount } from '../editor/mount';

mount('popup');
