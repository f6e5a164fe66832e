// The small net over the means and maxima of a stretch: one hidden layer, eight of its units at a time.
import type { Header } from './model.ts';

const together = 8;

/** What the net adds to "unkind", of `2 * dimensions` inputs. */
export type Net = (input: Float64Array) => number;

export function createNet({ hidden, dimensions }: Header, layers: Float32Array): Net {
  const inputs = 2 * dimensions;
  const units = Math.ceil(hidden / together) * together;
  // The weights of one input for eight units lie side by side. Units beyond the last have none and stay silent.
  const weights = new Float64Array(units * inputs);
  const biases = new Float64Array(units);
  const answers = new Float64Array(units);
  for (let unit = 0; unit < hidden; unit += 1) {
    biases[unit] = layers[hidden * inputs + unit] ?? 0;
    answers[unit] = layers[hidden * inputs + hidden + unit] ?? 0;
    const from = (unit - (unit % together)) * inputs + (unit % together);
    for (let at = 0; at < inputs; at += 1)
      weights[from + at * together] = layers[unit * inputs + at] ?? 0;
  }
  const active = new Float64Array(units);
  return (input) => {
    for (let unit = 0; unit < units; unit += 1) active[unit] = biases[unit] ?? 0;
    let answer = 0;
    for (let group = 0; group < units; group += together) addGroup(weights, input, active, group);
    for (let unit = 0; unit < units; unit += 1) {
      const value = active[unit] ?? 0;
      if (value > 0) answer += value * (answers[unit] ?? 0);
    }
    return answer;
  };
}

/** Eight sums that do not wait for one another. */
function addGroup(
  weights: Float64Array,
  input: Float64Array,
  active: Float64Array,
  group: number,
): void {
  let a = active[group] ?? 0;
  let b = active[group + 1] ?? 0;
  let c = active[group + 2] ?? 0;
  let d = active[group + 3] ?? 0;
  let e = active[group + 4] ?? 0;
  let f = active[group + 5] ?? 0;
  let g = active[group + 6] ?? 0;
  let h = active[group + 7] ?? 0;
  let from = group * input.length;
  for (let at = 0; at < input.length; at += 1) {
    const value = input[at] ?? 0;
    a += (weights[from] ?? 0) * value;
    b += (weights[from + 1] ?? 0) * value;
    c += (weights[from + 2] ?? 0) * value;
    d += (weights[from + 3] ?? 0) * value;
    e += (weights[from + 4] ?? 0) * value;
    f += (weights[from + 5] ?? 0) * value;
    g += (weights[from + 6] ?? 0) * value;
    h += (weights[from + 7] ?? 0) * value;
    from += together;
  }
  active[group] = a;
  active[group + 1] = b;
  active[group + 2] = c;
  active[group + 3] = d;
  active[group + 4] = e;
  active[group + 5] = f;
  active[group + 6] = g;
  active[group + 7] = h;
}
