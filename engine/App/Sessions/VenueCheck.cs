using Workbench.Core;
using Workbench.Model;

namespace Workbench.App;

/// <summary>The part of the preflight that asks the venue.</summary>
sealed class VenueCheck(VenueConnection connection, Preflight preflight)
{
    /// <summary>Beyond this a venue that checks times begins to refuse.</summary>
    static readonly TimeSpan TooFar = TimeSpan.FromSeconds(1);

    /// <summary>Asks all there is to ask.</summary>
    /// <returns>What the session stands on; null where something failed, which the preflight says.</returns>
    public async Task<Ground?> Run(SessionRequest request, CancellationToken cancel)
    {
        var venue = connection.Venue;
        try
        {
            var offset = await venue.ClockOffset(cancel).ConfigureAwait(false);
            var clock = FormattableString.Invariant($"the venue's is {offset.TotalMilliseconds:+0;-0} ms off ours");
            if (offset.Duration() < TooFar)
            {
                preflight.Good("clock", clock);
            }
            else
            {
                preflight.Warn("clock", clock + ": set it by NTP");
            }

            var instruments = await venue.Instruments([.. request.Run.Data.Select(data => data.Symbol)], cancel).ConfigureAwait(false);
            connection.Pipeline.TakeRates(venue.Capabilities.Rates);
            preflight.Good("instruments", string.Join(", ", instruments.Select(each => FormattableString.Invariant($"{each.Symbol} (tick {each.TickSize}, lots of {each.LotStep}, at least {each.MinQty})"))));
            var account = await venue.Account(instruments, cancel).ConfigureAwait(false);
            Account(request, account);
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
        }
        catch (WorkbenchException error)
        {
            preflight.Bad("venue", error.Message, error.Exit);
            return null;
        }
        catch (Exception error) when (error is HttpRequestException or OperationCanceledException or IOException or NotSentException)
        {
            preflight.Bad("venue", VaultRoom.Secrets.Scrub(error.Message), ExitCode.Broker);
            return null;
        }
    }

    void Account(SessionRequest request, VenueAccount account)
    {
        var money = string.Join(", ", account.Balances.Where(balance => balance.Amount != 0m).Select(balance => balance.ToString()));
        if (request.Mode == RunMode.Live && !account.MayTrade)
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

        if (request.Mode == RunMode.Live && money.Length == 0)
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
