import type { World } from '../world.js';
import { DISPUTE_SCENES } from './dispute-scenes.js';
import { LIFE_SCENES } from './life-scenes.js';
import { passedOn } from './notice-scene.js';
import type { Scene } from './scene.js';

/** Ten at most: of ten seeds in a row each is played by one. */
const SCENES: readonly Scene[] = [...DISPUTE_SCENES, ...LIFE_SCENES, passedOn];

/** Plays the scene of a seed. */
export async function playScene(world: World, seed: number): Promise<string> {
  const scene = SCENES[seed % SCENES.length];
  if (scene === undefined) return '';
  await scene.play(world);
  return scene.name;
}
