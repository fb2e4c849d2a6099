import type { Balance, RateAccount } from './rate-account.js';
import type { RateWindow } from './rate-window.js';

/** Opens the account of a key for a window. */
export type OpenAccount = (window: RateWindow) => RateAccount | Promise<RateAccount>;

/** The accounts of one kind of caller that this instance has in hand: the latest of each key, and at most so many. */
export class RateAccounts {
  readonly #accounts = new Map<string, RateAccount>();
  readonly #opening = new Map<string, Promise<RateAccount>>();

  /** @param accountsMax accounts in hand. The oldest is forgotten first, and with it what it held. */
  constructor(private readonly accountsMax: number) {}

  /** Charges an account, which is opened where it is the key's first in this window. */
  async charge(
    key: string,
    cost: number,
    { now, window }: { readonly now: Date; readonly window: RateWindow },
    open: OpenAccount,
  ): Promise<{ readonly account: RateAccount; readonly balance: Balance }> {
    const known = this.#accounts.get(key);
    const account =
      known?.window.number === window.number
        ? known
        : await this.opened(`${window.number} ${key}`, key, window, open);
    return { account, balance: account.spend(cost) ?? (await account.charge(cost, now)) };
  }

  /** Requests that come together wait for one opening. */
  private opened(place: string, key: string, window: RateWindow, open: OpenAccount): Promise<RateAccount> {
    let opening = this.#opening.get(place);
    if (opening === undefined) {
      opening = this.openAndKeep(key, window, open).finally(() => this.#opening.delete(place));
      this.#opening.set(place, opening);
    }
    return opening;
  }

  private async openAndKeep(key: string, window: RateWindow, open: OpenAccount): Promise<RateAccount> {
    const account = await open(window);
    // Deleted first, so that it stands last in the order of the map, which is the order of forgetting.
    this.#accounts.delete(key);
    if (this.#accounts.size >= this.accountsMax) {
      const oldest = this.#accounts.keys().next();
      if (oldest.done !== true) this.#accounts.delete(oldest.value);
    }
    this.#accounts.set(key, account);
    return account;
  }
}
