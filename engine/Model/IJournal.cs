namespace Workbench.Model;

/// <summary>Port to the record of a session: what was appended and committed survives whatever happens to the process or the machine.</summary>
public interface IJournal
{
    /// <summary>Adds a record after the last one. It is safe once <see cref="Commit"/> has returned.</summary>
    /// <exception cref="IOException">There is no room, or no disk: the record is not there, and nothing may rely on it.</exception>
    void Append(ReadOnlySpan<byte> record);

    /// <summary>Makes all that was appended safe.</summary>
    /// <exception cref="IOException">It is not safe.</exception>
    void Commit();
}
