using System.CommandLine;
using Workbench.Data.Conversion;
using Workbench.Model;
using Workbench.Research;

namespace Workbench.App;

/// <summary><c>data convert INSTRUMENT:kind --as KIND</c> or <c>--adjust all</c>: stored data made of others, marked as made.</summary>
static class DataConvertVerb
{
    public static Command Make(Workspace workspace)
    {
        var what = new Argument<string>("data") { Description = "what it is made of", HelpName = "INSTRUMENT[:kind]" };
        var target = new Option<string?>("--as") { Description = "what to make: bars such as 5m@bid, ticks or trades", HelpName = "KIND" };
        var way = new Option<BarPath>("--path") { Description = "ticks and trades of bars: open, high, low, close, or the close alone", HelpName = "ohlc|close", DefaultValueFactory = _ => BarPath.Ohlc };
        var adjust = new Option<AdjustFor?>("--adjust") { Description = "the same kind with prices that are comparable over splits and dividends", HelpName = "splits|dividends|all" };
        var factors = new Option<string?>("--factors") { Description = "what it is adjusted by: a factor file (default: the dividends and splits that the store knows)", HelpName = "FILE" };
        var point = CommonOptions.Decimal("--point", "unit of adjusted prices (default: 0.00000001)");
        var into = new Option<string?>("--into") { Description = "lake or database that it goes into (default: where it comes from)", HelpName = "DIR|postgres://…" };
        var (from, to, stores) = (CommonOptions.From(), CommonOptions.To(), new StoreOptions());
        return new Command("convert", "Make bars of ticks, longer bars of bars, ticks of bars, or adjusted prices. Example: data convert EURUSD:ticks --as 5m@bid") { what, target, way, adjust, factors, point, into, from, to }.With(stores.All)
            .Does((parsed, terminal, cancel) =>
            {
                var opened = workspace.OpenStore(stores.Place(parsed));
                var conversion = new StoreConversion(opened, parsed.GetValue(into) is { } other ? workspace.OpenStore(other) : opened, StoredKind.Of(opened, parsed.GetValue(what)!));
                var range = CommonOptions.Range(parsed.GetValue(from), parsed.GetValue(to));
                var made = (parsed.GetValue(target), parsed.GetValue(adjust)) switch
                {
                    ({ } kind, null) => conversion.Run(kind, parsed.GetValue(way), range, terminal, cancel),
                    (null, { } adjustments) => conversion.Adjust(adjustments, parsed.GetValue(factors), parsed.GetValue(point), range, terminal, cancel),
                    _ => throw RepairErrors.AsOrAdjust(),
                };
                if (terminal.Json)
                {
                    terminal.Document(JsonText.Of(json =>
                    {
                        json.WriteStartObject();
                        DataJson.Members(json, made);
                        json.WriteEndObject();
                    }));
                }

                terminal.Result(FormattableString.Invariant($"{made.Instrument}:{made.Kind}: {made.Count:N0}, {UtcNanos.ToIso(made.From)} to {UtcNanos.ToIso(made.To)}, {made.Source}"));
                return ExitCode.Ok;
            });
    }
}
