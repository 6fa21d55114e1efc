using System.Globalization;
using Workbench.Data.Lake;
using Workbench.Data.Providers;

namespace Workbench.Data.Routing;

/// <summary>What can be wrong with getting data from sources: codes WB2701 to WB2729, in words for people.</summary>
public static class RouteErrors
{
    /// <summary>No source offers it.</summary>
    public static WorkbenchException NoSource(DataWant want, IEnumerable<string> refusals) => new("WB2701", ExitCode.Data,
        $"No source has {Words(want)}: {Joined(refusals)}", "./run.sh data sources");

    /// <summary>There is no such source.</summary>
    public static WorkbenchException UnknownSource(string name, IReadOnlyCollection<string> known) => new("WB2702", ExitCode.NotFound,
        $"'{name}' is no source." + (Closest.To(name, known) is { } near ? $" Did you mean {near}?" : $" There are {string.Join(", ", known)}."), "./run.sh data sources");

    const string IsBusy = "WB2703";

    /// <summary>Whether a fetch was refused because somebody else fetches the same instrument.</summary>
    public static bool WasBusy(WorkbenchException refusal) => refusal.Code == IsBusy;

    /// <summary>Somebody else fetches the same instrument.</summary>
    public static WorkbenchException Busy(string symbol) => new(IsBusy, ExitCode.Data,
        $"Another process is getting data of {symbol}.", "the same when it is through");

    /// <summary>Not all that was wanted came.</summary>
    public static WorkbenchException Missing(DataWant want, TimeRanges missing, IEnumerable<string> why, string again) => new("WB2704", ExitCode.Data,
        $"Missing {Words(want)}: {missing}. {Joined(why)}", again);

    /// <summary>The disk refused.</summary>
    public static WorkbenchException Refused(string place, Exception refusal) => DiskRefusal.IsFull(refusal)
        ? new("WB2705", ExitCode.Data, $"The disk is full: {place} could not be written. What was fetched before is kept, the lake is as it was.", "df -h, then the same again: it goes on where it stopped", refusal)
        : new("WB2706", ExitCode.Data, $"{place} could not be read or written: {refusal.Message}", null, refusal);

    /// <summary>A file of state is no such file.</summary>
    public static WorkbenchException StateDamaged(string file, Exception cause) => new("WB2707", ExitCode.Data,
        $"{file} cannot be read: {cause.Message}", $"rm {file}; what it kept, such as calls spent today, begins anew", cause);

    /// <summary>The user's table of sources cannot be understood.</summary>
    public static WorkbenchException BadSettings(string file, string why) => new("WB2708", ExitCode.Usage,
        $"{file}: {why}", "./run.sh data sources");

    /// <summary>An address over which keys would travel in clear.</summary>
    public static WorkbenchException BadAddress(string address) => new("WB2709", ExitCode.Usage,
        $"'{address}' is no address that is asked: https is needed, or http of this machine itself.", "--address https://…, or --address http://127.0.0.1:PORT");

    /// <summary>The source is switched off.</summary>
    public static WorkbenchException SwitchedOff(string name) => new("WB2710", ExitCode.Data,
        $"{name} is switched off.", $"./run.sh data sources add {name}");

    /// <summary>A source did not pass its test.</summary>
    public static WorkbenchException TestFailed(string name, ProviderFailure failure, string why) => new("WB2711", failure == ProviderFailure.Unauthorized ? ExitCode.Broker : ExitCode.Data,
        $"{name} {Verb(failure)}: {why}", failure == ProviderFailure.Unauthorized ? $"./run.sh data sources add {name} --key-env VARIABLE" : "./run.sh data sources");

    /// <summary>All of it lies in the future.</summary>
    public static WorkbenchException NotYet(DataWant want, long now) => new("WB2712", ExitCode.Usage,
        $"{Words(want)} from {UtcNanos.ToIso(want.Range.From)} on: that lies in the future, it is {UtcNanos.ToIso(UtcNanos.Floor(now, UtcNanos.Second))}.", "an earlier --from");

    /// <summary>The source is a venue besides, and its key opens an account.</summary>
    public static WorkbenchException KeyOfAccount(string name) => new("WB2713", ExitCode.Usage,
        $"The key of {name} opens an account, and is kept as that.", $"./run.sh broker add {name}");

    /// <summary>A source needs a key and nobody has given one.</summary>
    public static string NoKey(string name) => $"{name} needs a key: ./run.sh data sources add {name} --key-env VARIABLE";

    /// <summary>What a failure is called: <c>is down</c>, <c>asks for a pause</c> and so on.</summary>
    public static string Verb(ProviderFailure failure) => failure switch
    {
        ProviderFailure.Down => "is down",
        ProviderFailure.Limited => "may not be asked now",
        ProviderFailure.Unauthorized => "does not accept the key",
        ProviderFailure.NotThere => "does not have it",
        _ => "answers with nonsense",
    };

    /// <summary><c>ticks of EURUSD</c>, <c>1m@bid bars of EURUSD</c>.</summary>
    public static string Words(DataWant want) =>
        (want.Kind == DataKind.Bars ? $"{want.Bars} bars" : want.Kind.ToString().ToLowerInvariant()) + $" of {want.Instrument.Symbol}";

    internal static string Clock(DateTime? time) => time?.ToString("HH:mm:ss", CultureInfo.InvariantCulture) ?? "the next call";

    static string Joined(IEnumerable<string> sentences) => string.Join(' ', sentences.Select(each => each.TrimEnd('.') + "."));
}
