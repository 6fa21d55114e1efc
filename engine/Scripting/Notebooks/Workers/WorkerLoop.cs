using System.Collections.Concurrent;
using System.Globalization;
using System.IO.Pipes;
using System.Runtime.ExceptionServices;

namespace Workbench.Scripting.Notebooks;

/// <summary>
/// The worker's side of a kernel: reads what its door asks over one pipe, runs it, and answers over the other. Cells run on the calling thread, one
/// after the other; questions about the language on a second one; and the pipe is read by a third, so that the end of the door is noticed while a
/// cell loops. No worker outlives its door.
/// </summary>
public sealed class WorkerLoop
{
    /// <summary>How long the process may take to end in good order.</summary>
    static readonly TimeSpan LongestGoodbye = TimeSpan.FromSeconds(2);

    readonly BlockingCollection<WorkerCell> cells = [];
    readonly FrameStream requests;
    readonly WorkerOutput output;
    readonly IKernel kernel;
    readonly WorkerDesk desk;
    readonly Stream[] raw = [Console.OpenStandardOutput(), Console.OpenStandardError()];
    volatile WorkerCell? newest;
    IReadOnlyList<string> names = [];
    int count;

    WorkerLoop(FrameStream requests, FrameStream answers, Func<IKernel> make)
    {
        this.requests = requests;
        output = new WorkerOutput(answers);
        kernel = make();
        desk = new WorkerDesk(kernel, output);
    }

    /// <summary>Serves a door until it is gone; then the process ends, whatever runs in it.</summary>
    /// <param name="pipes">What <see cref="KernelProcess"/> started this process with.</param>
    /// <param name="make">Makes the kernel, with all that the first cell would otherwise wait for.</param>
    /// <exception cref="WorkbenchException">The handles are none, as when a person types them.</exception>
    public static void Run(WorkerPipes pipes, Func<IKernel> make)
    {
        var (requests, answers) = Open(pipes);
        // A cell prints and parses the same numbers on every machine.
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
        new WorkerLoop(new FrameStream(requests), new FrameStream(answers), make).Work();
    }

    static (Stream Requests, Stream Answers) Open(WorkerPipes pipes)
    {
        try
        {
            return (new AnonymousPipeClientStream(PipeDirection.In, pipes.Requests), new AnonymousPipeClientStream(PipeDirection.Out, pipes.Answers));
        }
        catch (Exception bad) when (bad is ArgumentException or IOException or FormatException or OverflowException)
        {
            throw WorkerErrors.NoPipes(bad);
        }
    }

    void Work()
    {
        AppDomain.CurrentDomain.ProcessExit += (_, _) => output.Send(new LeavingFrame(Environment.ExitCode));
        // What a cell's own thread throws ends that thread and not the notebook.
        ExceptionHandling.SetUnhandledExceptionHandler(Tell);
        new Thread(Listen) { IsBackground = true, Name = "door" }.Start();
        output.Send(new ReadyFrame());
        foreach (var cell in cells.GetConsumingEnumerable())
        {
            Run(cell);
        }
    }

    bool Tell(Exception error)
    {
        output.Stream(StreamName.Error, $"A thread that a cell had started ended with an error: {error}\n");
        return true;
    }

    void Run(WorkerCell cell)
    {
        output.Send(new BegunFrame(cell.Id));
        var result = Result(cell);
        (names, count) = (result.Names, result.Count);
        output.Flush();
        CellEnd.Put(raw);
        output.Send(new ResultFrame(cell.Id, result));
        TidyUp();
    }

    /// <summary>Gives garbage back to the system where there is much of it: the door counts it as used, and would blame the next cell.</summary>
    static void TidyUp()
    {
        if (GC.GetTotalMemory(forceFullCollection: false) > GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 2)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        }
    }

    CellResult Result(WorkerCell cell)
    {
        try
        {
            return kernel.Execute(cell.Request, output, cell.Interrupt.Token).GetAwaiter().GetResult();
        }
        catch (Exception bug)
        {
            // A kernel throws nothing; if it does, or memory ran out in it, the next cell shall still be tried.
            var error = new CellError(bug.GetType().FullName!, bug.Message, 0, 0, bug.ToString().Split('\n'));
            return new CellResult(CellStatus.Failed, count + 1, null, error, names, 0);
        }
    }

    void Listen()
    {
        try
        {
            while (requests.Read() is { } bytes)
            {
                Take(FrameReader.Read(bytes));
            }

            Leave(ExitCode.Ok);
        }
        catch (InvalidDataException malformed)
        {
            Say(WorkerErrors.Malformed(malformed));
        }
        catch (IOException)
        {
            Leave(ExitCode.Ok);
        }
    }

    void Take(Frame? frame)
    {
        switch (frame)
        {
            case ExecuteFrame execute:
                newest = new WorkerCell(execute.Id, execute.Cell);
                cells.Add(newest);
                break;
            case InterruptFrame interrupt when newest?.Id == interrupt.Id:
                newest.Stop();
                break;
            case AskFrame ask:
                desk.Take(ask);
                break;
        }
    }

    void Say(WorkbenchException error)
    {
        using (var stderr = Console.OpenStandardError())
        {
            stderr.Write(System.Text.Encoding.UTF8.GetBytes(error + "\n"));
        }

        Leave(error.Exit);
    }

    /// <summary>Ends the process, if need be without the consent of what runs in it.</summary>
    static void Leave(ExitCode exit)
    {
        new Thread(() =>
        {
            Thread.Sleep(LongestGoodbye);
            System.Diagnostics.Process.GetCurrentProcess().Kill();
        }) { IsBackground = true, Name = "end" }.Start();
        Environment.Exit((int)exit);
    }
}
