using Workbench.Core;
using Workbench.Model;

namespace Workbench.App;

/// <summary>What a run sees and by which rules, as its request and the lake have it. The tapes can be opened again and again.</summary>
sealed record RunSetup(TapeRack Rack, RunConfig Config, IReadOnlyList<Instrument> Traded)
{
    /// <summary>Finds the data in the lake, and the pairs that convert what they earn.</summary>
    /// <exception cref="WorkbenchException">The lake does not hold what is asked for.</exception>
    public static RunSetup Of(Workspace workspace, IHistory history, BacktestRequest request, IReadOnlyList<string> books)
    {
        var rack = new TapeRack(history, workspace.Show(request.Lake));
        Instrument[] traded = [.. request.Data.Where(data => !data.IsNotice).Select(data => Add(workspace, rack, data, request))];
        if (traded.Length == 0)
        {
            throw CliErrors.NothingTraded(request.Data[0].Symbol);
        }

        // Prices say how far the run goes: news of a week in which nothing was traded are none of it.
        var covered = new TimeRange(rack.Identities.Min(data => data.From), rack.Identities.Max(data => data.To));
        foreach (var told in request.Data.Where(data => data.IsNotice))
        {
            rack.AddNotices(told, covered);
        }

        if (request.Costs.Venue.Resolve != default)
        {
            rack.Resolve(request.Costs.Venue.Resolve, covered);
        }

        var currency = request.Currency ?? traded[0].SettleCurrency;
        foreach (var instrument in traded)
        {
            rack.AddRates(instrument.SettleCurrency, currency, covered);
        }

        foreach (var held in request.Costs.Account.Deposits)
        {
            rack.AddRates(held.Currency, currency, covered);
        }

        DataGate.Pass(rack.Identities, request.AcceptDataWarnings);
        var config = request.Costs.Venue.Apply(new RunConfig
        {
            Books = books,
            Cash = request.Cash,
            Currency = currency,
            Seed = request.Seed,
            Range = covered,
            Commission = request.Costs.Commission,
            CommissionOf = request.Costs.CommissionOf,
            Account = request.Costs.Account,
            Risk = request.Costs.Risk,
            HoldingOf = request.Costs.Holding.For(traded, covered, history),
        });
        return new RunSetup(rack, config, traded);
    }

    /// <summary>The tapes over the range that the run covers.</summary>
    public IReadOnlyList<Tape> Open() => Rack.Open(Config.Range);

    static Instrument Add(Workspace workspace, TapeRack rack, DataRequest data, BacktestRequest request)
    {
        try
        {
            return rack.Add(data, request.Range);
        }
        catch (WorkbenchException missing) when (SourceAdvice.IsFor(missing))
        {
            throw SourceAdvice.Of(workspace, missing, data, request.Range, request.Lake);
        }
    }
}
