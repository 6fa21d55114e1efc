using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Workbench.Data.Lake;

namespace Workbench.Data.Routing;

/// <summary>A small file of state that several processes change: one after the other, and after a kill there is the old text or the new one.</summary>
/// <param name="path">Where it lies.</param>
/// <param name="type">How it is written.</param>
/// <param name="empty">What it is before the first change.</param>
sealed class StateFile<T>(string path, JsonTypeInfo<T> type, T empty)
    where T : class
{
    const int PauseMs = 20;

    static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>What it holds now.</summary>
    /// <exception cref="WorkbenchException">It cannot be read.</exception>
    public T Read()
    {
        try
        {
            return File.Exists(path) ? JsonSerializer.Deserialize(File.ReadAllBytes(path), type) ?? empty : empty;
        }
        catch (Exception damage) when (damage is JsonException or IOException)
        {
            throw RouteErrors.StateDamaged(path, damage);
        }
    }

    /// <summary>Changes it while nobody else does.</summary>
    /// <exception cref="WorkbenchException">It cannot be read or written.</exception>
    public T Change(Func<T, T> change)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            using var mine = Lock();
            var before = Read();
            var after = change(before);
            if (!ReferenceEquals(before, after))
            {
                using var file = new AtomicFile(path);
                JsonSerializer.Serialize(file.Stream, after, type);
                file.Commit();
            }

            return after;
        }
        catch (Exception refusal) when (DiskRefusal.Is(refusal))
        {
            throw RouteErrors.Refused(path, refusal);
        }
    }

    // The system holds the lock for the process, so that none outlives a kill.
    FileStream Lock()
    {
        for (var waited = 0; ; waited += PauseMs)
        {
            try
            {
                return new FileStream(path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException held) when (!DiskRefusal.IsFull(held) && waited < Patience.TotalMilliseconds)
            {
                Thread.Sleep(PauseMs);
            }
        }
    }
}
