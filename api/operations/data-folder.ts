import { access, constants, mkdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { StartProblem } from '../database/start-problem.ts'

/** DATA_DIR and what is written in it beside the embedded database: archives and files for their way in and out. */
export async function prepareDataFolder(dataDir: string): Promise<void> {
  await makeFolder(dataDir)
  await makeFolder(join(dataDir, 'archives'))
  await makeFolder(join(dataDir, 'scratch'))
}

/** Makes sure that a folder is there and that this user may write in it; throws a `StartProblem` with what to do. */
export async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    await access(folder, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    const found = await stat(folder).catch(() => undefined)
    if (code === 'ENOTDIR' || (found && !found.isDirectory()))
      throw new StartProblem(
        `A file is in the way of the data folder ${folder}. Move the file, or set DATA_DIR to another folder.`,
      )
    throw new StartProblem(
      `The data folder ${folder} cannot be written (${code}). Allow this user to write there, or set DATA_DIR to another folder.`,
    )
  }
}
