import { pointsText } from './reason';

/** Points with their sign before them, whatever the direction of the language around them. */
export const Points = ({ points }: { points: number }) => <bdi dir="ltr">{pointsText(points)}</bdi>;
