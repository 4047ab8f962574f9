/** The tables of this capability, and the form in which a person leaves it. */
import type { Scope } from '@lingxi/contract/scope'
import type { Role, Settings, Staff } from '@lingxi/contract/staff'

export type StaffRow = {
  tenant_id: string
  id: string
  email: string
  name: string
  role: Role
  active: boolean
  /** A document in the database: written as text, read as a list. */
  groups: string[]
  password_hash: string
  created_at: string
  last_sign_in_at: string | null
}

export type StaffTables = {
  tenants: {
    id: string
    settings: Settings
    signing_secret: string
    created_at: string
    identity_secret?: string | null
    identity_secret_at?: string | null
  }
  staff: StaffRow
  sign_ins: {
    tenant_id: string
    id: string
    staff_id: string
    token_hash: string
    previous_token_hash: string | null
    rotated_at: string | null
    created_at: string
    expires_at: string
  }
  api_keys: {
    tenant_id: string
    id: string
    name: string
    key_hash: string
    hint: string
    /** A document in the database: written as text, read as a list. */
    scopes: Scope[]
    created_at: string
    last_used_at: string | null
  }
}

/** Everything but the password's hash. */
export const toStaff = (row: StaffRow): Staff => ({
  id: row.id,
  email: row.email,
  name: row.name,
  role: row.role,
  active: row.active,
  groups: row.groups,
  createdAt: row.created_at,
  lastSignInAt: row.last_sign_in_at,
})

/** Who may open every door, now. */
export const isActiveAdmin = ({ role, active }: Pick<StaffRow, 'role' | 'active'>) => role === 'admin' && active
