using Workbench.Core;
using Workbench.Model;

namespace Workbench.App;

/// <summary>What a new session would be, found out before it begins: the header of its journal, and what its report will say of its data.</summary>
/// <param name="Header">What it is.</param>
/// <param name="Range">Stretch of stored data that it runs over; all of time where prices come live.</param>
/// <param name="Data">What the lake says of that stretch; empty where prices come live.</param>
sealed record SessionPlan(SessionHeader Header, TimeRange Range, IReadOnlyList<DataIdentity> Data)
{
    /// <summary>A session over stored data.</summary>
    public static SessionPlan OverLake(Workspace workspace, SessionRequest request, IHistory history)
    {
        var setup = RunSetup.Of(workspace, history, request.Run, [.. request.Run.Scripts]);
        var header = HeaderOf(request, setup.Rack.Streams, setup.Config.Cash, setup.Config.Currency, setup.Config.Range.From) with { StaleSeconds = 0 };
        return new SessionPlan(header, setup.Config.Range, setup.Rack.Identities);
    }

    /// <summary>A session on live prices.</summary>
    /// <param name="request">What was asked for.</param>
    /// <param name="prices">The prices of what it trades.</param>
    /// <param name="rates">Pairs that only convert.</param>
    /// <param name="told">What it is told besides.</param>
    /// <param name="cash">Money at the start.</param>
    /// <param name="currency">Currency of the account.</param>
    /// <param name="venue">What the venue can do; null where orders stay in the engine.</param>
    /// <param name="account">The venue's number of the account.</param>
    /// <param name="access">The way into it.</param>
    public static SessionPlan Live(
        SessionRequest request, IReadOnlyList<SessionStream> prices, IReadOnlyList<Instrument> rates, IReadOnlyList<ToldStream> told, decimal cash, string currency, VenueCapabilities? venue, string account, AccountAccess access)
    {
        IReadOnlyList<SessionStream> streams =
        [
            .. prices,
            .. rates.Select(instrument => new SessionStream(DataKind.Ticks, "", true, SessionInstrument.Of(instrument))),
            .. told.Select(each => each.Stream),
        ];
        var header = HeaderOf(request, streams, cash, currency, UtcNanos.From(DateTime.UtcNow) - request.WarmUpNanos) with
        {
            WarmUpNanos = request.WarmUpNanos,
            Venue = venue,
            VenueAccount = account,
            Environment = access.Keys.Environment,
            Sim = access.SimAddress,
        };
        return new SessionPlan(header, TimeRange.All, []);
    }

    static SessionHeader HeaderOf(SessionRequest request, IReadOnlyList<SessionStream> streams, decimal cash, string currency, long start)
    {
        var now = DateTime.UtcNow;
        var name = Path.GetFileNameWithoutExtension(request.Run.Script);
        return new SessionHeader
        {
            Id = FormattableString.Invariant($"{now:yyyyMMdd-HHmmss}-{request.Mode.ToString().ToLowerInvariant()}-{name}-{Environment.ProcessId:x}"),
            Key = ClOrdIds.KeyOf(UtcNanos.From(now), Environment.ProcessId),
            Mode = request.Mode,
            StartNanos = start,
            EngineVersion = Backtest.EngineVersion,
            Scripts = [.. request.Run.Scripts.Select(Script)],
            Class = request.Run.Class,
            Settings = request.Run.Settings,
            Streams = streams,
            Cash = cash,
            Currency = currency,
            Seed = request.Run.Seed,
            ConfigPath = request.Run.ConfigPath,
            ConfigText = request.Run.ConfigPath is { } path ? File.ReadAllText(path) : null,
            FeeRate = request.Run.FeeRate,
            Feed = request.Feed,
            Broker = request.Broker,
            Account = request.Account,
            StaleSeconds = request.StaleSeconds,
            EventTimeoutSeconds = request.Run.EventTimeout.TotalSeconds,
            Command = request.Run.Command,
            Promotion = request.Promotion?.Id ?? "",
        };
    }

    static SessionScript Script(string path)
    {
        if (!File.Exists(path))
        {
            throw CliErrors.NotFound("The script", path, "ls strategies");
        }

        var bytes = File.ReadAllBytes(path);
        return new SessionScript(Path.GetFullPath(path), Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes)), File.ReadAllText(path));
    }
}
