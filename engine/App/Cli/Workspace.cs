using Workbench.Data.Calendars;
using Workbench.Data.Instruments;
using Workbench.Data.Lake;
using Workbench.Data.Quality;
using Workbench.Model;
using Workbench.Platform.Postgres;

namespace Workbench.App;

/// <summary>Where things are: the checkout, its lake, its runs, its caches. Paths in arguments are relative to where the user stands.</summary>
sealed class Workspace
{
    Workspace(string root) => Root = root;

    /// <summary>The project's folder.</summary>
    public string Root { get; }

    /// <summary>Default lake.</summary>
    public string Lake => Path.Combine(Root, "data", "lake");

    /// <summary>Where runs are kept.</summary>
    public string Runs => Path.Combine(Root, "data", "runs");

    /// <summary>Where sessions and their journals are kept.</summary>
    public string Sessions => Path.Combine(Root, "data", "journals");

    /// <summary>Strategies of notebook cells, as they were run.</summary>
    public string CellScripts => Path.Combine(Root, "data", "cells");

    /// <summary>Where promotions are kept.</summary>
    public string Ledger => Path.Combine(Root, "data", "ledger");

    /// <summary>Where every evaluation of a strategy is counted.</summary>
    public string TrialLedger => Path.Combine(Ledger, "trials");

    /// <summary>Where sweeps and other searches are kept.</summary>
    public string Sweeps => Path.Combine(Root, "data", "sweeps");

    /// <summary>Where evolutions are kept.</summary>
    public string Evolutions => Path.Combine(Root, "data", "evolutions");

    /// <summary>Evolved scripts that the user keeps.</summary>
    public string Evolved => Path.Combine(Root, "strategies", "evolved");

    /// <summary>Compiled scripts and restored packages.</summary>
    public string ScriptCache => Path.Combine(Root, ".build", "scripts");

    /// <summary>The user's own instruments, beside the ones that ship.</summary>
    public string UserInstruments => Path.Combine(Root, "data", "instruments.json");

    /// <summary>The user's own session calendars, beside the ones that ship.</summary>
    public string UserCalendars => Path.Combine(Root, "data", "calendars.json");

    /// <summary>The user's say on sources of data: addresses, priorities, on and off.</summary>
    public string UserSources => Path.Combine(Root, "data", "sources.json");

    /// <summary>What is kept of sources between runs: health, budgets, answers that wait, the log.</summary>
    public string Sources => Path.Combine(Root, "data", "sources");

    /// <summary>All session calendars, the user's over ours.</summary>
    /// <exception cref="WorkbenchException">The user's file is no table of calendars, or contradicts itself.</exception>
    public CalendarTable Calendars => CalendarTable.Load(UserCalendars);

    /// <summary>All instruments, the user's over ours.</summary>
    /// <exception cref="WorkbenchException">A file of the user is no such table.</exception>
    public InstrumentTable Instruments => InstrumentTable.Load(UserInstruments, Calendars);

    /// <summary>The project in that folder.</summary>
    public static Workspace At(string root) => new(root);

    /// <summary>The project that run.sh belongs to; else the nearest folder above that holds one; else the current folder.</summary>
    public static Workspace Find()
    {
        if (Environment.GetEnvironmentVariable("WORKBENCH_ROOT") is { Length: > 0 } root)
        {
            return new Workspace(root);
        }

        for (var at = new DirectoryInfo(Environment.CurrentDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "Workbench.sln")))
            {
                return new Workspace(at.FullName);
            }
        }

        return new Workspace(Environment.CurrentDirectory);
    }

    /// <summary>What keeps the data: the lake in a folder, the database at an address, or the default lake.</summary>
    /// <param name="place">The folder or the address; null for <see cref="Lake"/>.</param>
    public IMarketStore OpenStore(string? place) => PostgresAddress.Is(place) ? new PostgresStore(DatabaseAt.Address(place!), FindCalendar(), new TapeRules()) : OpenLake(place);

    /// <summary>The lake in that folder, or the default one.</summary>
    public ParquetLake OpenLake(string? folder) => new(folder ?? Lake, FindCalendar());

    // Where the user has no file, ours are read once a calendar other than UTC is asked for.
    Func<string, ISessionCalendar> FindCalendar() => File.Exists(UserCalendars) ? Calendars.Find : SessionCalendars.Find;

    /// <summary>A path as a person at the project's root would write it, so that results name no machine.</summary>
    public string Show(string path)
    {
        if (PostgresAddress.Is(path))
        {
            return path;
        }

        var relative = Path.GetRelativePath(Root, Path.GetFullPath(path));
        return relative.StartsWith("..", StringComparison.Ordinal) ? path : relative.Replace('\\', '/');
    }

    /// <summary>A path to be kept and found again from wherever one stands: relative to the project where it lies within, else whole.</summary>
    public string Keep(string path) => PostgresAddress.Is(path) ? path : Show(Path.GetFullPath(path));

    /// <summary>The file that a kept path names.</summary>
    public string Kept(string path) => PostgresAddress.Is(path) ? path : Path.Combine(Root, path);
}
