import { daysOf } from './days';

daysOf(0);
