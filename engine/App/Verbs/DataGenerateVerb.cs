using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Workbench.Data.Generation;
using Workbench.Data.Instruments;
using Workbench.Model;

namespace Workbench.App;

/// <summary><c>data generate INSTRUMENT</c>: seeded, realistic ticks into the lake, marked SYNTHETIC wherever they show up.</summary>
static class DataGenerateVerb
{
    public static Command Make(Workspace workspace)
    {
        var symbol = new Argument<string>("instrument") { Description = "what to generate", HelpName = "INSTRUMENT" };
        var ticks = new Option<long>("--ticks") { Description = "how many ticks", DefaultValueFactory = _ => 1_000_000, HelpName = "N" };
        var seed = CommonOptions.Seed();
        var from = new Option<string>("--from") { Description = "first instant, ISO date or time, UTC", DefaultValueFactory = _ => "2024-01-01", HelpName = "TIME" };
        var stores = new StoreOptions();
        return new Command("generate", "Make seeded ticks that look like a market. Example: data generate EURUSD --ticks 1000000 --seed 7") { symbol, ticks, seed, from }.With(stores.All)
            .Does((parsed, terminal, cancel) =>
            {
                var stopwatch = Stopwatch.StartNew();
                var instrument = workspace.Instruments.Find(parsed.GetValue(symbol)!);
                var count = parsed.GetValue(ticks) is > 0 and var asked ? asked : throw CliErrors.BadNumber("--ticks", parsed.GetValue(ticks).ToString(CultureInfo.InvariantCulture), "at least one is needed");
                var range = CommonOptions.Range(parsed.GetValue(from), null);
                var generator = new TickGenerator(instrument, TickProfile.Of(instrument), parsed.GetValue(seed), range.From, count);
                var made = 0L;
                var stored = workspace.OpenStore(stores.Place(parsed)).Write(new WatchedCursor<TickBatch>(generator, () => made += TickBatch.Capacity, terminal, cancel), TickGenerator.Source);
                if (terminal.Json)
                {
                    terminal.Document(JsonText.Of(json =>
                    {
                        json.WriteStartObject();
                        json.WriteString("instrument", instrument.Symbol);
                        json.WriteString("kind", "ticks");
                        json.WriteNumber("count", stored.Count);
                        json.WriteString("from", UtcNanos.ToIso(stored.First));
                        json.WriteString("to", UtcNanos.ToIso(stored.Last));
                        json.WriteString("source", TickGenerator.Source);
                        json.WriteNumber("wallSeconds", Math.Round(stopwatch.Elapsed.TotalSeconds, 3));
                        json.WriteEndObject();
                    }));
                }

                terminal.Result(string.Create(CultureInfo.InvariantCulture,
                    $"{instrument.Symbol} ticks: {stored.Count:N0} SYNTHETIC ones, {UtcNanos.ToIso(stored.First)} to {UtcNanos.ToIso(stored.Last)}"));
                return ExitCode.Ok;
            });
    }
}
