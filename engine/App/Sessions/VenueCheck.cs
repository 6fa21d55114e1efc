using Workbench.Core;
using Workbench.Model;

namespace Workbench.App;

/// <summary>The part of the preflight that asks the venue.</summary>
sealed class VenueCheck(VenueConnection connection, Preflight preflight)
{
    /// <summary>Beyond this a venue that checks times begins to refuse.</summary>
    static readonly TimeSpan TooFar = TimeSpan.FromSeconds(1);

    /// <summary>Beyond this no session begins: bells would ring, orders expire and records be dated at the wrong time.</summary>
    static readonly TimeSpan MuchTooFar = TimeSpan.FromSeconds(30);

    /// <summary>Asks what an account is, for somebody who does not trade yet.</summary>
    public async Task Look(IReadOnlyList<string> symbols, CancellationToken cancel) => await Asking(async () =>
    {
        await Clock(cancel).ConfigureAwait(false);
        var instruments = await connection.Venue.Instruments(symbols, cancel).ConfigureAwait(false);
        var account = await connection.Venue.Account(instruments, cancel).ConfigureAwait(false);
        preflight.Good("account", account.Account);
        Account(account, isToTrade: true);
        preflight.Good("instruments", instruments.Count == 0 ? "the venue does not list them: name one with --data" : string.Join(", ", instruments.Take(8)) + (instruments.Count > 8 ? FormattableString.Invariant($" and {instruments.Count - 8} more") : ""));
        var held = account.Positions.Count(position => position.Qty != 0m);
        var open = await connection.Venue.OpenOrders(instruments, cancel).ConfigureAwait(false);
        preflight.Good("now", FormattableString.Invariant($"{open.Count} orders work, {held} positions are held"));
        return true;
    }).ConfigureAwait(false);

    /// <summary>Asks all there is to ask.</summary>
    /// <returns>What the session stands on; null where something failed, which the preflight says.</returns>
    public async Task<Ground?> Run(SessionRequest request, CancellationToken cancel)
    {
        var venue = connection.Venue;
        return await Asking<Ground?>(async () =>
        {
            await Clock(cancel).ConfigureAwait(false);
            var instruments = await venue.Instruments([.. request.Run.Data.Where(data => !data.IsNotice).Select(data => data.Symbol).Distinct()], cancel).ConfigureAwait(false);
            connection.Pipeline.TakeRates(venue.Capabilities.Rates);
            preflight.Good("instruments", string.Join(", ", instruments.Select(each => FormattableString.Invariant($"{each.Symbol} (tick {each.TickSize}, lots of {each.LotStep}, at least {each.MinQty})"))));
            var account = await venue.Account(instruments, cancel).ConfigureAwait(false);
            Account(account, isToTrade: request.Mode == RunMode.Live);
            var open = await venue.OpenOrders(instruments, cancel).ConfigureAwait(false);
            var orders = FormattableString.Invariant($"{open.Count} work already");
            if (open.Count == 0 || request.Mode == RunMode.Paper)
            {
                preflight.Good("open orders", orders);
            }
            else
            {
                preflight.Warn("open orders", orders + ": they are watched and left alone");
            }

            foreach (var held in account.Positions.Where(position => position.Qty != 0m && request.Mode == RunMode.Live))
            {
                preflight.Warn("positions", FormattableString.Invariant($"{held.Qty} {held.Symbol} are held already: they are not the session's"));
            }

            var currency = request.Run.Currency ?? (account.Balances.Count == 1 ? account.Balances[0].Currency : instruments[0].SettleCurrency);
            var rates = await Rates(instruments, currency, cancel).ConfigureAwait(false);
            Limits(request);
            return new Ground(instruments, rates, account, currency, account.Balances.FirstOrDefault(money => money.Currency == currency).Amount);
        }).ConfigureAwait(false);
    }

    /// <summary>Does what may fail, and says so.</summary>
    async Task<T?> Asking<T>(Func<Task<T>> ask)
    {
        try
        {
            return await ask().ConfigureAwait(false);
        }
        catch (WorkbenchException error)
        {
            preflight.Bad("venue", error.Message, error.Exit);
            return default;
        }
        catch (Exception error) when (error is HttpRequestException or OperationCanceledException or IOException or NotSentException)
        {
            preflight.Bad("venue", VaultRoom.Secrets.Scrub(error.Message), ExitCode.Broker);
            return default;
        }
    }

    async Task Clock(CancellationToken cancel)
    {
        var offset = await connection.Venue.ClockOffset(cancel).ConfigureAwait(false);
        var clock = FormattableString.Invariant($"the venue's is {offset.TotalMilliseconds:+0;-0} ms off ours");
        if (offset.Duration() < TooFar)
        {
            preflight.Good("clock", clock);
        }
        else if (offset.Duration() < MuchTooFar)
        {
            preflight.Warn("clock", clock + ": set it by NTP");
        }
        else
        {
            preflight.Bad("clock", clock + ": set it by NTP", ExitCode.Broker);
        }
    }

    void Account(VenueAccount account, bool isToTrade)
    {
        var money = string.Join(", ", account.Balances.Where(balance => balance.Amount != 0m).Select(balance => balance.ToString()));
        if (isToTrade && !account.MayTrade)
        {
            preflight.Bad("permissions", "these keys may not place orders", ExitCode.Broker);
        }
        else if (account.MayWithdraw)
        {
            preflight.Warn("permissions", "these keys may withdraw money: make keys that may not");
        }
        else
        {
            preflight.Good("permissions", account.MayTrade ? "may trade, may not withdraw" : "may only look");
        }

        if (isToTrade && money.Length == 0)
        {
            preflight.Bad("balance", "the account is empty", ExitCode.Broker);
        }
        else
        {
            preflight.Good("balance", money.Length == 0 ? "nothing" : money);
        }
    }

    void Limits(SessionRequest request)
    {
        if (request.Mode == RunMode.Live && request.Run.Costs.Risk == RiskTerms.None)
        {
            preflight.Warn("limits", "none are set: \"risk\" in --config sets them (strategies/README.md)");
        }
        else
        {
            preflight.Good("limits", request.Run.Costs.Risk == RiskTerms.None ? "none are set" : "as in --config");
        }
    }

    /// <summary>Pairs that turn what is earned into the account's currency, as far as the venue has them.</summary>
    async Task<IReadOnlyList<Instrument>> Rates(IReadOnlyList<Instrument> instruments, string currency, CancellationToken cancel)
    {
        var rates = new List<Instrument>();
        foreach (var earned in instruments.Select(instrument => instrument.SettleCurrency).Distinct().Where(earned => earned != currency))
        {
            foreach (var symbol in (string[])[earned + currency, currency + earned])
            {
                if (instruments.Any(instrument => instrument.Symbol == symbol))
                {
                    break;
                }

                try
                {
                    rates.AddRange(await connection.Venue.Instruments([symbol], cancel).ConfigureAwait(false));
                    break;
                }
                catch (WorkbenchException)
                {
                    // It has the pair the other way round, or not at all: then the engine says so.
                }
            }
        }

        return rates;
    }
}
