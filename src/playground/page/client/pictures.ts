import { byId } from './dom.ts';

/** Gives an embed's picture its words, and opens it large when it is clicked or chosen by keyboard. */
export function openable(embed: HTMLElement, alt: string): void {
  const image = embed.shadowRoot?.querySelector<HTMLImageElement>('.discord-embed-image');
  if (!image) return;
  image.alt = alt;
  image.tabIndex = 0;
  image.setAttribute('role', 'button');
  image.setAttribute('aria-label', `Open the picture: ${alt}`);
  const open = (): void => {
    const large = byId<HTMLImageElement>('large-picture');
    large.src = image.src;
    large.alt = alt;
    byId<HTMLDialogElement>('viewer').showModal();
  };
  image.addEventListener('click', open);
  image.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    open();
  });
}
