import { daysOf } from './days';

daysOf(1);
