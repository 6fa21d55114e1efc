namespace Workbench.Data.Importers;

/// <summary>Makes tapes of files: the step that every importer ends with.</summary>
static class Tapes
{
    public static Tape Ticks(ImportJob job, string source, IReadOnlyList<string> files, Func<string, IEventReader<TickGate>?> open)
    {
        var report = new ImportReport();
        return new Tape(new FileTape<TickBatch, TickGate>(job.Instrument, new TickGate(new GateLog(job.Options, report, job.Instrument.Calendar)), files, open), report, source);
    }

    public static Tape Trades(ImportJob job, string source, IReadOnlyList<string> files, Func<string, IEventReader<TradeGate>?> open)
    {
        var report = new ImportReport();
        return new Tape(new FileTape<TradeBatch, TradeGate>(job.Instrument, new TradeGate(new GateLog(job.Options, report, job.Instrument.Calendar)), files, open), report, source);
    }

    public static Tape Bars(ImportJob job, string source, BarSpec spec, IReadOnlyList<string> files, Func<string, IEventReader<BarGate>?> open)
    {
        var report = new ImportReport();
        return new Tape(new FileTape<BarBatch, BarGate>(job.Instrument, new BarGate(new GateLog(job.Options, report, job.Instrument.Calendar)), files, open), spec, report, source);
    }
}
