import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { withoutPrivateNames } from '../../scripts/short-private-names.mjs';

const names = suite('private names for old browsers');

names('become properties: fields, methods and all their uses', () => {
  const text =
    'class Box { #in = 1; get #twice() { return this.#in * 2; } of(other: Box) { return other.#twice; } }';
  assert.is(
    withoutPrivateNames(text),
    'class Box { private_0 = 1; get private_1() { return this.private_0 * 2; } of(other: Box) { return other.private_1; } }',
  );
});
names('are numbered in each class, so that classes share the shortest', () => {
  assert.is(
    withoutPrivateNames('class Box { #in = 1; } class Lid { #on = 2; #in = 3; }'),
    'class Box { private_0 = 1; } class Lid { private_0 = 2; private_1 = 3; }',
  );
});
names('are those of the class that declares them, inside another class too', () => {
  assert.is(
    withoutPrivateNames(
      'class Box { #in = 1; lid(box: Box) { return class { #on = box.#in; open() { return this.#on; } }; } }',
    ),
    'class Box { private_0 = 1; lid(box: Box) { return class { private_0 = box.private_0; open() { return this.private_0; } }; } }',
  );
});
names("don't affect what only looks like one: texts, selectors, colours, comments", () => {
  const text = "const css = `#root { color: #fff }`; // #box\nfind('#root'); const at = /#a/;";
  assert.is(withoutPrivateNames(text), text);
});
names('are refused in a class that extends another, whose names could collide', () => {
  assert.throws(
    () => withoutPrivateNames('class Box extends Element { #in = 1 }'),
    /#in is in a class that extends another/,
  );
});
names("are short, and differ from Lit's, in our elements", () => {
  assert.is(
    withoutPrivateNames('class Box extends LitElement { #in = 1; #on() { return this.#in; } }'),
    'class Box extends LitElement { $0 = 1; $1() { return this.$0; } }',
  );
});
names('are refused where no class declares them', () => {
  assert.throws(() => withoutPrivateNames('const at = (box) => box.#in;'), /#in is declared in no class/);
});
names('are refused if code checks for their presence', () => {
  assert.throws(
    () => withoutPrivateNames('class Box { #in = 1; is(x: object) { return #in in x; } }'),
    /#in in/,
  );
});
names.run();
