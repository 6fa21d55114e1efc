using System.Text;

namespace Workbench.Scripting.Notebooks;

/// <summary>
/// The mark that a worker puts behind each cell on its raw stdout and stderr. These pipes are not the one that frames come over, so only a mark in
/// them tells the door that it has read all that the cell printed there.
/// </summary>
static class CellEnd
{
    /// <summary>Bytes that nobody prints.</summary>
    public static readonly byte[] Mark = Encoding.ASCII.GetBytes("\u001e\0workbench: end of cell\0\u001e");

    /// <summary>Puts the mark behind what was printed so far.</summary>
    public static void Put(params IEnumerable<Stream> streams)
    {
        foreach (var stream in streams)
        {
            try
            {
                stream.Write(Mark);
                stream.Flush();
            }
            catch (IOException)
            {
                // The cell closed it, or the door is gone: there is nothing to wait for.
            }
        }
    }
}
