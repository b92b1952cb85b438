import { useStore } from 'zustand';
import type { OfflineState } from '~/load/offline';
import { useApp } from './app-context';

export const useOffline = (): OfflineState => useStore(useApp().offline.state);
