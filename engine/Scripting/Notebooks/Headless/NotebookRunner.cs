using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Workbench.Scripting.Notebooks;

/// <summary>Runs a notebook's cells in order, without anybody watching, and keeps what they show. It runs on the kernel as it stands.</summary>
/// <param name="kernel">What runs the cells; it stays the caller's.</param>
public sealed class NotebookRunner(IKernel kernel)
{
    /// <summary>Runs all code cells. Outputs of earlier runs are taken away first, so that a file never holds those of two runs.</summary>
    /// <param name="notebook">The notebook; a record, and not changed.</param>
    /// <param name="options">How.</param>
    /// <param name="cancel">Ends the cell that runs, and the run with it.</param>
    public async Task<NotebookRun> Run(Notebook notebook, NotebookRunOptions options, CancellationToken cancel)
    {
        var began = Stopwatch.StartNew();
        using var whole = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        whole.CancelAfter(options.Timeout);
        // The first cell shall not be charged with the start of its kernel.
        await kernel.Execute(new CellRequest("0") { IsSilent = true }, new CellOutputs([]), whole.Token).ConfigureAwait(false);
        var run = new Pass(kernel, notebook, options, whole.Token, cancel);
        await run.All().ConfigureAwait(false);
        return new NotebookRun(notebook with { Cells = [.. run.Cells] }, run.End, run.Count, run.Errors, began.Elapsed.TotalSeconds);
    }

    /// <summary>One run through the cells.</summary>
    sealed class Pass(IKernel kernel, Notebook notebook, NotebookRunOptions options, CancellationToken whole, CancellationToken cancel)
    {
        readonly Dictionary<string, List<JsonObject>> displays = new(StringComparer.Ordinal);

        public List<NotebookCell> Cells { get; } = [.. notebook.Cells.Select(cell => cell with { Outputs = [], ExecutionCount = null })];

        public List<NotebookRunError> Errors { get; } = [];

        public NotebookRunEnd End { get; private set; }

        public int Count { get; private set; }

        public async Task All()
        {
            for (var at = 0; at < Cells.Count && GoesOn(at); at++)
            {
                if (Cells[at].Kind == CellKind.Code && !string.IsNullOrWhiteSpace(Cells[at].Source))
                {
                    await One(at).ConfigureAwait(false);
                }
            }
        }

        bool GoesOn(int at)
        {
            if (whole.IsCancellationRequested && End == NotebookRunEnd.Ok)
            {
                Fail(at, Stopped());
            }

            return !whole.IsCancellationRequested && (Errors.Count == 0 || options.KeepsGoing);
        }

        async Task One(int at)
        {
            var cell = Cells[at];
            Tell(at, null, 0);
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(whole);
            if (options.CellTimeout is { } most)
            {
                limit.CancelAfter(most);
            }

            var outputs = new CellOutputs(displays);
            var request = new CellRequest(cell.Source) { Language = cell.Language, CellId = cell.Id, Notebook = options.Path };
            var result = await kernel.Execute(request, outputs, limit.Token).ConfigureAwait(false);
            Count++;
            Keep(at, result, outputs, limit.IsCancellationRequested);
            Tell(at, result.Status, result.Seconds);
        }

        void Keep(int at, CellResult result, CellOutputs outputs, bool isStopped)
        {
            if (result.Status != CellStatus.Ok)
            {
                var error = result.Error ?? new CellError("Interrupted", "The cell was told to stop.", 0, 0, []);
                outputs.Failure(error);
                Fail(at, result.Status == CellStatus.Failed || !isStopped ? error : Stopped() with { Line = error.Line });
            }
            else if (result.Value is { } value)
            {
                outputs.Result(value, result.Count);
            }

            Cells[at] = Cells[at] with { Outputs = outputs.Close(), ExecutionCount = result.Count };
        }

        void Fail(int at, CellError error)
        {
            if (Errors.Count == 0)
            {
                End = error.Name switch
                {
                    TimeOut => NotebookRunEnd.TimedOut,
                    Cancelled => NotebookRunEnd.Cancelled,
                    _ when IsCompilers(error.Name) => NotebookRunEnd.NotCompiled,
                    _ => NotebookRunEnd.CellFailed,
                };
            }

            Errors.Add(new NotebookRunError(at + 1, error.Line, error.Name, error.Message));
        }

        /// <summary>Who stopped the cell, in the order of their weight.</summary>
        CellError Stopped() =>
            cancel.IsCancellationRequested ? new CellError(Cancelled, "The run was told to stop.", 0, 0, [])
            : whole.IsCancellationRequested ? new CellError(TimeOut, Invariant($"The notebook took longer than the {options.Timeout.TotalSeconds:0.###} s that it may (--timeout)."), 0, 0, [])
            : new CellError(TimeOut, Invariant($"The cell took longer than the {options.CellTimeout!.Value.TotalSeconds:0.###} s that it may (--cell-timeout)."), 0, 0, []);

        void Tell(int at, CellStatus? status, double seconds)
        {
            var line = Cells[at].Source.Split('\n').First(line => !string.IsNullOrWhiteSpace(line)).Trim();
            options.Watch?.Invoke(new NotebookRunStep(at + 1, Cells.Count, line, status, seconds));
        }
    }

    const string TimeOut = "TimeOut";
    const string Cancelled = "Cancelled";

    static bool IsCompilers(string name) => name.Length == 6 && name.StartsWith("CS", StringComparison.Ordinal) && name.AsSpan(2).IndexOfAnyExceptInRange('0', '9') < 0;

    static string Invariant(FormattableString text) => text.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
