using Workbench.Data.Providers;
using Workbench.Data.Routing;
using Workbench.Model;

namespace Workbench.App;

/// <summary>Turns an error over missing data into one that names the command which gets them, where a source offers them.</summary>
static class SourceAdvice
{
    /// <summary>Whether an error is about data that are not there.</summary>
    public static bool IsFor(WorkbenchException error) => StoreErrors.IsMissing(error) || CliErrors.IsNoData(error);

    /// <summary>The same error with a command behind it that helps; the error itself where no source has the data.</summary>
    public static WorkbenchException Of(Workspace workspace, WorkbenchException error, DataRequest request, TimeRange range, string lake)
    {
        var command = Command(workspace, request, range);
        return command is null ? error : new WorkbenchException(
            error.Code, error.Exit, error.Message, command + (lake == workspace.Lake ? "" : $" --lake {ShellWord.Quoted(lake)}"), error);
    }

    static string? Command(Workspace workspace, DataRequest request, TimeRange range)
    {
        if (range.From == long.MinValue || workspace.Instruments.TryFind(request.Symbol) is not { } instrument)
        {
            return null;
        }

        var want = new DataWant(instrument, request.Kind ?? DataKind.Ticks, request.Bars, range with { To = Math.Min(range.To, UtcNanos.From(DateTime.UtcNow)) });
        var what = want.Kind == DataKind.Bars ? $"--kind bars --timeframe {want.Bars}" : $"--kind {want.Kind.ToString().ToLowerInvariant()}";
        var only = request.Source is { } source && SourceRoom.Names.Contains(source) ? $" --source {source}" : "";
        return IsOffered(workspace, want)
            ? $"./run.sh data get {instrument.Symbol}{only} {what} --from {Time(range.From)}{(range.To == long.MaxValue ? "" : $" --to {Time(range.To)}")}"
            : null;
    }

    static bool IsOffered(Workspace workspace, DataWant want)
    {
        try
        {
            return new SourceRoom(workspace).Router(null).Offers(want);
        }
        catch (WorkbenchException)
        {
            // A table of sources that cannot be read is not what this error is about.
            return false;
        }
    }

    static string Time(long nanos) => nanos % UtcNanos.Day == 0 ? UtcNanos.ToIso(nanos)[..10] : UtcNanos.ToIso(nanos);
}
