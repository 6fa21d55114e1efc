namespace Workbench.Data.Lake;

/// <summary>A file that appears under its name only when it is whole and on disk: written beside, flushed, then renamed.</summary>
public sealed class AtomicFile(string path) : IDisposable
{
    /// <summary>Ending of what is not whole yet.</summary>
    public const string Unfinished = ".tmp";

    /// <summary>Where it lies until it is committed.</summary>
    public string WrittenPath => path + Unfinished;

    readonly FileStream stream = new(path + Unfinished, FileMode.Create, FileAccess.ReadWrite, FileShare.Read, 1 << 16);
    bool isDone;

    /// <summary>Where its bytes go.</summary>
    public Stream Stream => stream;

    /// <summary>Puts it under its name, in place of what had it before.</summary>
    public void Commit() => Commit(path);

    /// <summary>Puts it under another name of the same folder, as one that is known only at the end.</summary>
    public void Commit(string name)
    {
        stream.Flush(flushToDisk: true);
        stream.Dispose();
        File.Move(path + Unfinished, name, overwrite: true);
        isDone = true;
    }

    /// <summary>Removes what was not committed.</summary>
    public void Dispose()
    {
        if (isDone)
        {
            return;
        }

        try
        {
            stream.Dispose();
        }
        catch (IOException)
        {
            // What could not be written on a full disk is thrown away here anyway.
        }

        File.Delete(path + Unfinished);
        isDone = true;
    }
}
