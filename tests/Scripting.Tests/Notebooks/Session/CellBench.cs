using System.Text;
using Workbench.Scripting.Notebooks;

namespace Workbench.Scripting.Tests;

/// <summary>A kernel with a fresh folder for its notebook, and all that it showed.</summary>
public sealed class CellBench : ICellOutput, IAsyncDisposable
{
    readonly ScriptFolder folder = new();
    readonly StringBuilder printed = new(), errors = new();

    public CellBench(int mostOutput = 1_000_000) => Kernel = new CellKernel(new KernelSetup { CacheFolder = folder.Cache, MostOutput = mostOutput });

    public CellKernel Kernel { get; }

    public ScriptFolder Folder => folder;

    public string Printed => Locked(printed.ToString);

    public string Errors => Locked(errors.ToString);

    public List<(MimeBundle Content, string? Id)> Displays { get; } = [];

    public List<(MimeBundle Content, string Id)> Updates { get; } = [];

    public Task<CellResult> Execute(string code, string? cellId = null, CancellationToken interrupt = default, string language = "csharp") =>
        Kernel.Execute(new CellRequest(code) { CellId = cellId, Notebook = folder.Path("notebook.ipynb"), Language = language }, this, interrupt);

    /// <summary>Runs a cell that goes well.</summary>
    public async Task<string?> Run(string code, string? cellId = null)
    {
        var result = await Execute(code, cellId);
        Assert.True(result.Status == CellStatus.Ok, result.Error is { } error ? string.Join('\n', error.Trace) : "");
        return result.Value?.Forms[MimeBundle.PlainText];
    }

    /// <summary>Runs a cell that fails.</summary>
    public async Task<CellError> Fail(string code, string language = "csharp")
    {
        var result = await Execute(code, language: language);
        Assert.Equal(CellStatus.Failed, result.Status);
        return result.Error!;
    }

    public void Stream(StreamName name, string text) => Locked(() => (name == StreamName.Out ? printed : errors).Append(text));

    public void Display(MimeBundle content, string? displayId = null) => Locked(() => Displays.Add((content, displayId)));

    public void Update(string displayId, MimeBundle content) => Locked(() => Updates.Add((content, displayId)));

    public void Clear(bool wait) => Locked(() => Displays.Clear());

    public async ValueTask DisposeAsync()
    {
        await Kernel.DisposeAsync();
        folder.Dispose();
    }

    void Locked(Action action)
    {
        lock (folder)
        {
            action();
        }
    }

    T Locked<T>(Func<T> value)
    {
        lock (folder)
        {
            return value();
        }
    }
}
