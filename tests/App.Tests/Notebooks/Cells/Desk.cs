using Workbench.App.Tests.Kit;
using Workbench.Scripting.Notebooks;

namespace Workbench.App.Tests.Notebooks.Cells;

/// <summary>A kernel in a process of its own, at home in a project with 17 hours of generated EURUSD ticks; the tests of a class share it.</summary>
public sealed class Desk : IAsyncLifetime
{
    /// <summary>The strategy with two averages that ships.</summary>
    internal static readonly string Cross = File.ReadAllText(Scripts.SmaCross);

    /// <summary>What such a strategy is told, so that it trades often.</summary>
    internal const string Quick = "timeframe=tick fast=2 slow=5 qty=1000";

    readonly Dictionary<string, List<ShownThing>> displays = [];
    readonly KernelProcess kernel;

    public Desk(Lab lab)
        : this(lab, [])
    {
    }

    internal Desk(Lab lab, IEnumerable<KeyValuePair<string, string>> environment)
    {
        Shell = lab.FreshWithData();
        kernel = new KernelProcess(pipes => Shell.Command(environment, "notebook", "worker", pipes.Requests, pipes.Answers));
    }

    /// <summary>Its project.</summary>
    internal Shell Shell { get; }

    /// <summary>The notebook that its cells are of; it need not be there.</summary>
    internal string Notebook => Shell.Path("home/notebooks/desk.ipynb");

    public Task InitializeAsync()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Notebook)!);
        return Task.CompletedTask;
    }

    public async Task DisposeAsync()
    {
        await kernel.DisposeAsync();
        Shell.Dispose();
    }

    /// <summary>Runs a cell, whatever it comes to.</summary>
    internal async Task<CellEnd> Run(string code, string? id = null, CancellationToken interrupt = default)
    {
        var sheet = new Sheet(displays);
        var result = await kernel.Execute(new CellRequest(code) { CellId = id, Notebook = Notebook }, sheet, interrupt);
        return sheet.End(result);
    }

    /// <summary>Runs a cell that must be good, and takes what it printed.</summary>
    internal async Task<string> Says(string code, string? id = null) => (await Run(code, id)).Good().Out.TrimEnd();

    /// <summary>Runs a cell that must be refused with that code.</summary>
    /// <returns>What was said, trace and all.</returns>
    internal async Task<string> Refused(string wb, string code)
    {
        var end = await Run(code);
        Assert.True(end.Result.Error?.Name == wb, $"{wb} was expected: {end.Story}");
        return end.Story;
    }
}
